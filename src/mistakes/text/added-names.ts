/** Parameters that only newsletters, analytics and ad platforms write, which add them to finished links. */
const TRACKER =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|_hsenc|_hsmi|__hs\w+|hsCtaTracking|mkt_tok|vero_id|gad_source|gad_campaignid|srsltid)$/i;

/** True for a name that nothing but tracking uses. */
export function isTracker(name: string): boolean {
  return TRACKER.test(name);
}
