import ipaddr from 'ipaddr.js';

/** Azure's wire server: every virtual machine there reaches it, though it is no private address. */
const CLOUD_HOST = '168.63.129.16';

/** All that is given out on the internet; ipaddr.js takes what lies outside, such as `::7f00:1`, for unicast. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an IP address belongs to the open internet: no private, local, reserved, translated or multicast one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return false;
  return parsed.range() === 'unicast' && parsed.toString() !== CLOUD_HOST;
}
