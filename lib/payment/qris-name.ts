/** EMVCo's maximum for a merchant's name: longer ones are cut. */
const LONGEST_NAME = 25

const plain = (name: string): string => name.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Whether a QRIS code's merchant is called as the shop is: case, blanks and signs aside, and cut as a code cuts names. */
export function isSameName(merchantName: string, shopName: string): boolean {
  const [onCode, ofShop] = [plain(merchantName), plain(shopName)]
  if (onCode === '' || ofShop === '') return false
  return onCode === ofShop || (merchantName.trim().length >= LONGEST_NAME - 1 && ofShop.startsWith(onCode))
}
