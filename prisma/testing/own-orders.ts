import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeShop } from './factories'
import { liveScope } from './receiving-accounts'

export const makeLiveShop = async (): Promise<MerchantScope> => liveScope(await makeShop())
export const orderOf = async (id: string) => await prisma.order.findUniqueOrThrow({ where: { id }, include: { code: true } })
export const codesOf = async (linkId: string): Promise<number[]> =>
  (await prisma.order.findMany({ where: { linkId }, orderBy: { uniqueCode: 'asc' } })).map(({ uniqueCode }) => uniqueCode)
