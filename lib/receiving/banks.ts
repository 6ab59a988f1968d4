/**
 * Banks and e-wallets of Indonesia that shops are paid to, the most used first. Any other name may be typed.
 * `digits`: how long their account numbers are, where one length is known; e-wallets go by the phone number.
 */
export const BANKS: readonly Bank[] = [
  { name: 'BCA', digits: 10 },
  { name: 'Mandiri', digits: 13 },
  { name: 'BRI', digits: 15 },
  { name: 'BNI', digits: 10 },
  { name: 'BSI', digits: 10 },
  { name: 'Bank Jago', digits: 12 },
  { name: 'SeaBank', digits: 12 },
  { name: 'CIMB Niaga' },
  { name: 'Permata' },
  { name: 'Danamon' },
  { name: 'BTN', digits: 16 },
  { name: 'blu by BCA Digital', digits: 12 },
  { name: 'Jenius' },
  { name: 'Bank Neo Commerce' },
  { name: 'Superbank' },
  { name: 'Allo Bank' },
  { name: 'LINE Bank' },
  { name: 'OCBC' },
  { name: 'Panin' },
  { name: 'Maybank' },
  { name: 'Bank Mega' },
  { name: 'Bank Muamalat' },
  { name: 'BCA Syariah' },
  { name: 'Sinarmas' },
  { name: 'UOB' },
  { name: 'Bukopin (KB Bank)' },
  { name: 'Bank DKI' },
  { name: 'bjb' },
  { name: 'Bank Jateng' },
  { name: 'Bank Jatim' },
  { name: 'BPD DIY' },
  { name: 'BPD Bali' },
  { name: 'Bank Sumut' },
  { name: 'Bank Nagari' },
  { name: 'Bank Aceh Syariah' },
  { name: 'GoPay', isWallet: true },
  { name: 'OVO', isWallet: true },
  { name: 'DANA', isWallet: true },
  { name: 'ShopeePay', isWallet: true },
  { name: 'LinkAja', isWallet: true },
]

type Bank = { name: string; digits?: number; isWallet?: boolean }

export const findBank = (name: string): Bank | undefined => BANKS.find((bank) => bank.name.toLowerCase() === name.trim().toLowerCase())

/** People copy account numbers with spaces, dots and dashes. */
export const digitsOf = (number: string): string => number.replaceAll(/[\s.-]/g, '')

/** @param number as {@link digitsOf} leaves it. @returns a key of `errors`; null: it may be one of this bank */
export function numberProblem(bankName: string, number: string): string | null {
  if (!/^\d{5,20}$/.test(number)) return 'accountDigits'
  const bank = findBank(bankName)
  if (bank?.isWallet) return /^(0|62)8\d{8,11}$/.test(number) ? null : 'walletNumber'
  const length = bank?.digits
  return length === undefined || number.length === length ? null : `accountLength.${length}`
}
