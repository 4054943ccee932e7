import { InputError } from '../../errors.ts';
import type { ReadPage } from './read-page.ts';

const WHAT_TO_DO = "open it in a browser and paste the article's text, or give it as a file.";

const PAYWALL = 'lies behind a paywall, and only its beginning is shown:';

/** A paragraph or so: what is shown of an article that readers must pay for. More than that is worth its quotes. */
const BEGINNING = 350;

/** What stands beside the beginning of an article, where readers must pay for the rest. */
const WALL =
  /(?:(?:subscribe|register|sign up|log ?in|sign in|join)[^.!?\n]{0,60} to (?:continue|keep|finish|read (?:on|the (?:full|rest|whole)|this))|already a subscriber|(?:for|to) subscribers only|unlock this (?:article|story)|weiterlesen mit|bereits abonnent|nur für abonnenten|réservé (?:à nos|aux) abonné|déjà abonné|solo para suscriptores|exclusivo para assinantes|riservato agli abbonati)/iu;

/** Pages that stand where an article should, by what their text says; `longest` is the longest text that is believed. */
const BLOCKS: readonly { readonly says: RegExp; readonly longest: number; readonly what: string }[] = [
  {
    says: /\b(?:404|page (?:can(?:no|['’])t be|could not be|was not|not|isn['’]t) (?:found|available)|not found|(?:page|story|article) (?:you (?:requested|are looking for|were looking for)|no longer (?:exists|available))|no longer available|seite (?:wurde )?nicht gefunden|nicht (?:mehr )?verfügbar|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|страница не найдена)/iu,
    longest: 600,
    what: 'says that the page was not found: check the address, or',
  },
  {
    says: /\b(?:access (?:to this page )?(?:has been |is )?denied|403 forbidden|are you (?:a )?(?:robot|human)|(?:verify|confirm|prove)(?:ing)? (?:that )?you(?: are|['’]re)? (?:a )?(?:human|not a (?:ro)?bot)|checking your browser|just a moment|unusual (?:traffic|activity)|captcha|ray id|pardon our interruption|request (?:was |has been )?blocked|blocked by|security check|ddos protection|not available in your (?:region|country|location)|unavailable (?:for legal reasons|in your)|attention required)/iu,
    longest: 1200,
    what: 'is a block page in place of an article:',
  },
  {
    says: /(?:(?:enable|activate|turn on|switch on|allow|requires?|need(?:s)?|without|support) (?:your )?(?:java ?script|cookies)|java ?script (?:is |to be |must be |has been )?(?:disabled|required|enabled|not)|(?:aktivieren sie|bitte) (?:bitte )?java ?script|java ?script (?:aktivieren|deaktiviert)|activer javascript|javascript est désactivé|(?:active|habilite|activar) javascript|включите javascript)/iu,
    longest: 700,
    what: 'shows its text only where JavaScript runs:',
  },
  {
    says: /(?:(?:subscribe|sign up|register|log ?in|sign in|join)[^.!?\n]{0,60}(?:to (?:continue|keep|finish)? ?read|to (?:access|unlock|view|continue)|for full access)|(?:subscribers?|members?)[- ]only|(?:for|to) subscribers (?:only|to)|only (?:available )?(?:for|to) (?:our )?subscribers|continue reading (?:with|by|your|this)|(?:you(?:['’]ve| have) (?:reached|read|used)[^.!?\n]{0,40}(?:free|limit))|already a (?:subscriber|member)|unlock this (?:article|story)|this (?:article|content|story) is (?:reserved )?for|nur für abonnenten|(?:jetzt|weiter)lesen mit|mit (?:einem )?abo|bereits abonnent|réservé (?:à nos|aux) abonné|abonnez-vous pour|déjà abonné|(?:exclusivo|contenido|solo) para suscriptores|suscríbete para|exclusivo para assinantes|riservato agli abbonati|alleen voor abonnees)/iu,
    longest: 900,
    what: PAYWALL,
  },
];

const CONSENT =
  /(?:we (?:and our (?:\d+ )?partners|use cookies|value your privacy|care about your privacy)|accept (?:all|cookies)|reject all|manage (?:preferences|options|settings|cookies)|(?:store|access) information on (?:a|your) device|legitimate interest|before you continue|cookie[- ]einstellungen|alle akzeptieren|wir (?:und unsere partner )?(?:verwenden|nutzen|benötigen) |ihre zustimmung|einwilligung|tout accepter|nous (?:et nos partenaires|utilisons des cookies)|gérer (?:mes|vos) (?:choix|préférences)|aceptar (?:todo|cookies)|utilizamos cookies|nuestros socios|accetta tutt|i nostri partner)/giu;

/**
 * Refuses what stands in an article's place: pages not found, block pages, pages that need JavaScript, consent walls, the
 * first lines before a paywall. `label` names the page. Throws InputError that says what it was and what to do.
 */
export function refuseBlockPage(
  label: string,
  { title, text, around, isPaid }: Pick<ReadPage, 'title' | 'text' | 'around' | 'isPaid'>,
): void {
  const consent = text.length < 4000 ? (text.match(CONSENT)?.length ?? 0) : 0;
  if (consent >= 2 && consent >= text.length / 1000) {
    throw new InputError(
      `${label} is a page that asks for consent to cookies, not an article: ${WHAT_TO_DO}`,
    );
  }
  for (const { says, longest, what } of BLOCKS) {
    const told = `${title ?? ''}\n${text}`;
    if (text.length <= longest && says.test(told)) throw new InputError(`${label} ${what} ${WHAT_TO_DO}`);
  }
  if (text.length <= BEGINNING && (isPaid || WALL.test(around))) {
    throw new InputError(`${label} ${PAYWALL} ${WHAT_TO_DO}`);
  }
}

/** What is told of a page without any text of an article. */
export function emptyPage(label: string, hasScripts: boolean): InputError {
  return new InputError(
    hasScripts
      ? `${label} shows its text only where JavaScript runs: ${WHAT_TO_DO}`
      : `${label} holds no text: give the words of an article.`,
  );
}
