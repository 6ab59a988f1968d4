import type { Endpoint } from './endpoint'
import { paymentLinkEndpoints } from './payment-links/endpoints'
import { transactionEndpoints } from './transactions/endpoints'

/** Every operation of the API. A test holds this list, the routes and the OpenAPI document against each other. */
export const endpoints: readonly Endpoint[] = [...paymentLinkEndpoints, ...transactionEndpoints]
