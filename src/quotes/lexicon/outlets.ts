const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Nouns for media, alone or at the end of an outlet's name; lower case. */
export const MEDIA = words(`news television tv radio newspaper agency magazine daily weekly channel network
  broadcaster website site podcast program programme show station outlet times post journal paper press wire media
  gazette herald tribune chronicle observer`);

/** Where people publish their own words; lower case. */
export const PLATFORMS =
  words(`x twitter facebook instagram telegram youtube tiktok threads bluesky linkedin weibo truth
  reddit mastodon vkontakte whatsapp signal substack snapchat twitch wechat discord rumble`);

/** What stands before "television" and the like in "on state television". */
export const NATIONAL = words(
  'state national local public russian iranian chinese ukrainian israeli turkish korean',
);

/** Outlets whose names would pass for a person's or a place's; lower case. */
export const KNOWN_OUTLETS =
  words(`reuters politico bloomberg axios breitbart vox vice slate salon time newsweek variety
  fortune forbes wired interfax kommersant haaretz spiegel politiken dagens guardian telegraph economist buzzfeed
  mashable gawker yonhap kyodo xinhua tass anadolu ukrinform mehr fars tasnim sputnik jazeera arabiya mayadeen hurriyet
  sabah meduza novaya izvestia vedomosti pravda repubblica corriere stampa monde figaro liberation pais mundo
  vanguardia clarin folha globo zeit welt bild handelsblatt tagesschau asahi yomiuri mainichi nikkei dawn hindu
  stratfor bellingcat propublica semafor punchbowl intercept jacobin atlantic independent mirror sun mail express
  metro scotsman euronews deutsche welle anntv novosti caixin rappler inquirer straitstimes aftenposten verdens
  svenska expressen aftonbladet helsingin ilta berlingske standaard volkskrant telegraaf trouw soir libération`);
