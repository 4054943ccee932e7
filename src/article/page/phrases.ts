/** Words that pages put around and between the paragraphs of an article, in the languages of most newsrooms. */

/** The whole of a short block: labels of what is not shown here. */
export const LABEL =
  /^[^\p{L}\p{N}"“„«'‘@]*(?:advert(?:isement|s)?|ad|anzeige|werbung|publicit[ée]|publicidade?|pubblicità|reklama?|reclame|iklan|реклама|広告|广告|sponsored(?: content)?|comments?(?: \(?\d+\)?)?|kommentare|commentaires|comentarios|share(?: this)?(?: article| story| post)?|teilen|partager|compartir|print|drucken|e-?mail|tweet|whatsapp|facebook|twitter|like this:?|loading|close|caption|tags?:?|story continues(?: below)?(?: advertisement)?|article continues (?:below|after).{0,40}|continue reading(?: below)?|read more|weiterlesen|mehr anzeigen|lire la suite|leer más|see tweets|show caption|hide caption|toggle caption|enlarge(?: this)? image|view gallery|photo gallery|image|photo|foto|bild|video|watch|follow us|subscribe|sign up|newsletter|tell us what you think|this slideshow requires javascript|most read|trending|recent articles|popular this week|top stories|related (?:news|stories|articles|posts|content|topics)|you may also like|you might also like|more from .{0,40}|recommended(?: for you)?|mehr zum thema|das könnte sie auch interessieren|auch interessant|ähnliche (?:artikel|beiträge)|à lire aussi|sur le même sujet|artículos relacionados|noticias relacionadas|leia (?:também|mais)|veja também|leggi anche|lees ook|läs (?:också|mer)|les også|læs også|читайте также|по теме)[^\p{L}\p{N}]*$/iu;

/** How a block begins that leads to another article. */
export const LEAD_AWAY =
  /^[^\p{L}\p{N}"“„«'‘@]*(?:read (?:more|also|next)|also read|see (?:more|also)|also see|related(?: (?:story|stories|post|posts|article|articles|coverage))?|more(?: on this| stories| coverage)?|don['’]?t miss|watch(?: now| more| this)?|listen(?: to)?|also|click here|recommended|must[- ]read|further reading|you may (?:also )?like|lesen sie (?:auch|mehr)|lesen sie dazu|lesetipp|mehr (?:zum thema|dazu)|siehe auch|auch interessant|lire aussi|à lire aussi|à lire|voir aussi|lee también|leer también|lea también|le puede interesar|te puede interesar|leia também|leia mais|veja também|saiba mais|leggi anche|lees ook|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz (?:też|także)|čtěte také|olvassa el|читайте также|смотрите также|читайте ещё|baca juga|ayrıca (?:bakınız|oku)|関連記事)\s*(?:[:：>»|–—-]|\.{3}|…|$)/iu;

/** How a block begins that asks the reader to do something, or tells who made the page. Only at the end of an article, or where it is short. */
export const ASIDE =
  /^[^\p{L}\p{N}"“„«'‘@]*(?:sign up|subscribe|get (?:the|our|all the|more|access|breaking|fox|.{0,30} newsletter|.{0,30}delivered)|join (?:our|us|the conversation)|follow (?:us|me|him|her|them|@|[\p{L}. '’-]{2,40} on (?:twitter|facebook|instagram|x))|like (?:us|this (?:story|article))|share (?:this|it|your)|have a tip|have (?:you|an) (?:a )?(?:story|opinion)|do you have|tell us|what do you think|let us know|download (?:our|the)|click here|support (?:our|independent)|if you (?:like|liked|enjoy|enjoyed) (?:this|our)|thank(?:s| you) for (?:reading|visiting)|welcome to|contact (?:us|the)|email (?:us|the author)|send (?:us|your)|see something wrong|report a (?:typo|correction)|this (?:article|story|post|piece) (?:was|has been|is|first|originally|appeared)|originally (?:published|posted)|(?:\()?(?:additional )?report(?:ing|ed) by|(?:\()?edit(?:ing|ed) by|with (?:post|ap|files from|reporting)|copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|posted (?:in|under)|filed under|tagged(?: with| as)?|categories|category|topics?:|tags?:|schlagw[oö]rter|stichw[oö]rter|keywords|kategorien?:|abonnieren|folgen sie uns|jetzt anmelden|melden sie sich|newsletter|inscrivez-vous|abonnez-vous|suivez|suscríbete|síguenos|assine|inscreva-se|siga|iscriviti|seguici|подпис(?:ыва|а)|следите)/iu;

/** A line that tells when, by whom or how long, above an article's first paragraph. */
export const HEAD_LINE =
  /^[^\p{L}\p{N}"“„«'‘@]*(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|created|modified|date|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|modifié|publicado|actualizado|atualizado|publicada|pubblicato|aggiornato|gepubliceerd|publicerad|uppdaterad|publisert|oppdatert|julkaistu|opublikowano|опубликовано|обновлено|објављено|objavljeno|zadnja izmjena|zveřejněno|aktualizováno|publikováno|közzétéve|frissítve|yayınlanma|güncelleme|δημοσιεύθηκε|ενημερώθηκε|опубліковано|оновлено|публикувано|publicat|actualizat|geplaatst|bijgewerkt|udgivet|opdateret|päivitetty|diterbitkan|ngày đăng|입력|수정|등록|公開|更新|发布)(?!\p{L})|\d+ (?:min(?:ute)?s?|minuten|minutos?) (?:read|lesezeit|de lecture|de lectura|de leitura)|(?:lesezeit|reading time|temps de lecture|tiempo de lectura|tempo de leitura|estimated reading)|\d+ (?:comments?|kommentare|commentaires|shares?|views?))/iu;

/** The name of who wrote it, above an article's first paragraph; a sentence would end with a full stop. */
export const BYLINE = /^[^\p{L}]*(?:By|BY|Von|VON|Par|Por|Di)\s+\p{Lu}[^.!?]*$/u;

/** Who holds the rights in a picture. */
export const CREDIT =
  /^[^\p{L}\p{N}"“„«'‘@]*(?:(?:image|photo|picture|video|graphic|illustration)s?(?: credits?| courtesy(?: of)?| by| via| source)?\s*[:：]|(?:photo|image|picture)s? (?:by|courtesy|credit)|credits?\s*[:：]|source\s*[:：]|foto(?:s|graf)?\s*[:：]|bild(?:quelle)?\s*[:：]|quelle\s*[:：]|crédits? ?(?:photo)?\s*[:：]|photo\s*[:：]|imagen\s*[:：]|фото\s*[:：]|©)/iu;

/** The heading of what readers have said. */
export const COMMENTS =
  /^[^\p{L}\p{N}"“„«]*(?:\d+ )?(?:(?:reader|user|your|latest|all|view|show) )?(?:comments?|responses?|reactions?|replies|reader opinions|join the (?:conversation|discussion)|leave a (?:reply|comment)|have your say|kommentare?|leserkommentare|commentaires?|vos réactions|comentarios?|comentários?|commenti|reacties?|komentarze|komentari|komentáře|hozzászólások|yorumlar|kommentarer|kommentit|комментари[ийев]+|коментар[іи]?)(?: \(?\d+\)?)?[^\p{L}\p{N}]*$/iu;

/** A line that counts something. */
export const COUNTED = /\d/u;
