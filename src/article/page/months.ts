/**
 * The names of the months, January first, in the languages of most newsrooms, with the forms that dates take ("19 ноября").
 * A name matches when a word begins with it, so that `nov` covers Nov., November and noviembre.
 */
const MONTHS: readonly string[] = [
  'jan january januar jänner janvier jan janv enero ene gennaio genn gen janeiro januari januar stycznia sty tammikuu tammi leden ledna január ianuarie ocak января янв січня ιανουαρίου ιαν januára',
  'feb february februar feber février févr fevrier fév febrero febbraio fevereiro fev februari lutego lut helmikuu helmi února únor február februarie şubat февраля фев лютого φεβρουαρίου φεβ',
  'mar march märz maerz mrz mär mars marzo março marco maart marts marca maaliskuu maalis března březen március martie mart марта мар березня μαρτίου μαρ maret',
  'apr april avril avr abril abr aprile kwietnia huhtikuu huhti dubna duben április aprilie nisan апреля апр квітня απριλίου απρ',
  'may mai mayo maggio mag maio mei maj toukokuu touko května květen május mayıs мая травня μαΐου μαϊου μάι',
  'jun june juni juin junio giugno giu junho czerwca cze kesäkuu kesä června červen június iunie haziran июня июн червня ιουνίου ιουν',
  'jul july juli juillet juil julio luglio lug julho lipca lip heinäkuu heinä července červenec július iulie temmuz июля июл липня ιουλίου ιουλ',
  'aug august août aout agosto ago augustus augusti sierpnia sie elokuu elo srpna srpen augusztus ağustos августа авг серпня αυγούστου αυγ agustus',
  'sep sept september septembre septiembre setiembre settembre setembro set września wrz syyskuu syys září szeptember szept septembrie eylül сентября сен сент вересня σεπτεμβρίου σεπ',
  'oct october oktober okt octobre octubre ottobre ott outubro out października paź lokakuu loka října říjen október octombrie ekim октября окт жовтня οκτωβρίου οκτ',
  'nov november novembre noviembre novembro listopada marraskuu marras listopadu listopad novemberi noiembrie kasım ноября ноя листопада νοεμβρίου νοε nopember',
  'dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro desember des grudnia gru joulukuu joulu prosince prosinec decembrie aralık декабря дек грудня δεκεμβρίου δεκ',
];

const numbers = new Map(
  MONTHS.flatMap((names, index) => names.split(/\s+/u).map((name) => [name, index + 1] as const)),
);

/** The names as one alternative of a pattern, longest first. */
export const MONTH_NAME = [...numbers.keys()].sort((left, right) => right.length - left.length).join('|');

/** The number of a month by its name, from 1; null for another word. */
export function monthNumber(name: string): number | null {
  return numbers.get(name.toLowerCase()) ?? null;
}
