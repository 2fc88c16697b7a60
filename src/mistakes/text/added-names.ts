/** Parameters that only newsletters, analytics and ad platforms write, which add them to finished links. */
const TRACKER =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|_hsenc|_hsmi|__hs\w+|hsCtaTracking|mkt_tok|vero_id|gad_source|gad_campaignid|srsltid)$/i;

/** Those that may as well be there for another purpose. */
const MAY_TRACK = /^(?:utm_|igsh|_hs\w+|_ga|_gl|epik|s_cid|ref|ref_src|source|campaign|cid)$/i;

/** What code adds to a URL so that no cache answers for it. */
const CACHE_BUSTER =
  /^(?:_|v|t|ts|cb|cache|cachebust(?:er)?|bust|nocache|no_cache|rand(?:om)?|time(?:stamp)?|ver(?:sion)?|r|rnd|dc|_t|_dc|ck|d)$/i;

/** True for a name that nothing but tracking uses. */
export const isTracker = (name: string): boolean => TRACKER.test(name);

/** True for a name that tracking uses, and maybe something else, too. */
export const mayTrack = (name: string): boolean => isTracker(name) || MAY_TRACK.test(name);

/** True for a name that keeps caches from answering. */
export const isCacheBuster = (name: string): boolean => CACHE_BUSTER.test(name);

/** True for the name of a parameter that is often added to a finished URL. */
export const isOftenAdded = (name: string): boolean => mayTrack(name) || isCacheBuster(name);
