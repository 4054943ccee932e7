/** Parameters that tell where a reader came from and never what the page holds. */
const TRACKING = new Set(
  `fbclid gclid gclsrc dclid wbraid gbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id
  vero_conv oly_enc_id oly_anon_id wickedid s_cid s_kwcid sr_share cmpid cmp ocid ncid smid smtyp ito ref_src ref_url
  at_medium at_campaign at_format at_link_id at_link_type at_link_origin at_ptr_name at_bbc_team at_campaign_type xtor
  ns_campaign ns_mchannel ns_source ns_linkname ns_fee __twitter_impression guccounter guce_referrer guce_referrer_sig
  wtrid wt_mc wt_zmc srnd taid traffic_source`.split(/\s+/u),
);

const isTracking = (name: string): boolean => /^utm_/iu.test(name) || TRACKING.has(name.toLowerCase());

/** The query of an address (`?a=1&b=2`, or nothing) without the parameters that only track; the rest stays as written. */
export function withoutTracking(query: string): string {
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => !isTracking(pair.split('=', 1)[0] ?? ''));
  return kept.join('') === '' ? '' : `?${kept.join('&')}`;
}
