import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { refusalOf } from './create-endpoint'
import { stopDeliveries, unparkDeliveries } from './delivery/store'
import * as endpoints from './endpoint/store'
import type { EndpointValues } from './schema'

/** Not yours and not there are one answer; doing the same twice is no error. */
const answered = (found: boolean): Result<null> => (found ? success(null) : notFound())

/** Also for what is on its way: the next attempt goes to the new address. */
export async function changeEndpoint(scope: MerchantScope, id: string, values: EndpointValues): Promise<Result<null>> {
  const refused = refusalOf(values)
  if (refused && (await endpoints.findEndpoint(scope, id))) return invalid(refused)
  return answered(!refused && (await endpoints.updateEndpoint(scope, id, values)))
}

/** Nothing is sent until it is resumed, and nothing is lost: what happens meanwhile is kept for it. */
export async function pauseEndpoint(scope: MerchantScope, id: string): Promise<Result<null>> {
  return answered(await endpoints.pauseEndpoint(scope, id))
}

/** Sends again, also what was kept meanwhile; and to an endpoint that the system had disabled. */
export async function resumeEndpoint(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  return await inTransaction(async (sql) => {
    const found = await endpoints.enableEndpoint(sql, scope, id, at)
    if (found) await unparkDeliveries(sql, id, at)
    return answered(found)
  })
}

/** For good. What it had yet to get is stopped; its log stays in the database. */
export async function deleteEndpoint(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  return await inTransaction(async (sql) => {
    const found = await endpoints.deleteEndpoint(sql, scope, id, at)
    if (found) await stopDeliveries(sql, id, at)
    return answered(found)
  })
}
