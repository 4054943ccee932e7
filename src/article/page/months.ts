/**
 * The names of the months, January first, in the languages of most newsrooms, with the forms that dates take ("19 ноября").
 * A low line stands for a space.
 */
const MONTHS: readonly string[] = [
  'jan january januar jänner janvier jan janv enero ene gennaio genn gen janeiro januari januar stycznia sty tammikuu tammi leden ledna január ianuarie ocak января янв січня ιανουαρίου ιαν januára siječnja gener janúar jaanuar janvārī janar януари јануар студзеня sausio يناير كانون_الثاني جانفي ינואר जनवरी জানুয়ারি มกราคม yanvar xaneiro januara januarja tammikuuta',
  'feb february februar feber février févr fevrier fév febrero febbraio fevereiro fev februari lutego lut helmikuu helmi února únor február februarie şubat февраля фев лютого φεβρουαρίου φεβ veljače febrer febrúar veebruar februārī shkurt февруари фебруар лютага vasario فبراير شباط فيفري פברואר फ़रवरी फरवरी ফেব্রুয়ারি กุมภาพันธ์ fevral febreiro februara februára februarja helmikuuta',
  'mar march märz maerz mrz mär mars marzo março marco maart marts marca maaliskuu maalis března březen március martie mart марта мар березня μαρτίου μαρ maret ožujka març märts martā март сакавіка kovo مارس آذار מרץ מרס मार्च মার্চ มีนาคม marcu maaliskuuta machi mac',
  'apr april avril avr abril abr aprile kwietnia huhtikuu huhti dubna duben április aprilie nisan апреля апр квітня απριλίου απρ travnja aprilis aprill aprīlī prill април красавіка balandžio أبريل ابريل نيسان أفريل אפריל अप्रैल এপ্রিল เมษายน aprel apríla aprila huhtikuuta aprili',
  'may mai mayo maggio mag maio mei maj toukokuu touko května květen május mayıs мая травня μαΐου μαϊου μάι svibnja maig maí maijā мај gegužės مايو أيار ماي מאי मई মে พฤษภาคม mája maja toukokuuta',
  'jun june juni juin junio giugno giu junho czerwca cze kesäkuu kesä června červen június iunie haziran июня июн червня ιουνίου ιουν lipnja juny júní juuni jūnijā qershor јун юни чэрвеня birželio يونيو حزيران جوان יוני जून জুন มิถุนายน iyun xuño júna juna junija kesäkuuta',
  'jul july juli juillet juil julio luglio lug julho lipca lip heinäkuu heinä července červenec július iulie temmuz июля июл липня ιουλίου ιουλ srpnja juliol júlí juuli jūlijā korrik јул юли ліпеня liepos يوليو تموز جويلية יולי जुलाई জুলাই กรกฎาคม iyul xullo júla jula julija heinäkuuta julai',
  'aug august août aout agosto ago augustus augusti sierpnia sie elokuu elo srpna srpen augusztus ağustos августа авг серпня αυγούστου αυγ agustus kolovoza agost ágúst augustā gusht август жніўня rugpjūčio أغسطس آب אוגוסט अगस्त আগস্ট สิงหาคม avqust avgusta augusta elokuuta ogos',
  'sep sept september septembre septiembre setiembre settembre setembro set września wrz syyskuu syys září szeptember szept septembrie eylül сентября сен сент вересня σεπτεμβρίου σεπ rujna setembre septembrī shtator септември септембар верасня rugsėjo سبتمبر أيلول ספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน sentyabr septembra syyskuuta',
  'oct october oktober okt octobre octubre ottobre ott outubro out października paź lokakuu loka října říjen október octombrie ekim октября окт жовтня οκτωβρίου οκτ oktoober oktobrī tetor октомври октобар кастрычніка spalio أكتوبر تشرين_الأول אוקטובר अक्टूबर অক্টোবর ตุลาคม oktyabr októbra oktobra lokakuuta',
  'nov november novembre noviembre novembro listopada marraskuu marras listopadu listopad novemberi noiembrie kasım ноября ноя листопада νοεμβρίου νοε nopember studenoga studenog nóvember novembrī nëntor ноември новембар лістапада lapkričio نوفمبر تشرين_الثاني נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน noyabr novembra marraskuuta',
  'dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro desember des grudnia gru joulukuu joulu prosince prosinec decembrie aralık декабря дек грудня δεκεμβρίου δεκ desembre detsember decembrī dhjetor декември децембар снежня gruodžio ديسمبر كانون_الأول דצמבר दिसंबर दिसम्बर ডিসেম্বর ธันวาคม dekabr decembra joulukuuta disember',
];

const numbers = new Map(
  MONTHS.flatMap((names, index) =>
    names.split(/\s+/u).map((name) => [name.replace('_', ' '), index + 1] as const),
  ),
);

/** The names as one alternative of a pattern, longest first. */
export const MONTH_NAME = [...numbers.keys()].sort((left, right) => right.length - left.length).join('|');

/** The number of a month by its name, from 1; null for another word. */
export function monthNumber(name: string): number | null {
  return numbers.get(name.toLowerCase()) ?? null;
}
