/** The part of Midtrans' own client (which brings no types) that the tests use. */
declare module 'midtrans-client' {
  type Body = Record<string, unknown>
  type Call = (id: string, parameter?: Body) => Promise<Body>

  type CoreApi = {
    apiConfig: { getCoreApiBaseUrl: () => string }
    httpClient: {
      http_client: { defaults: { headers: { common: Record<string, string> } } }
      request: (method: string, serverKey: string, url: string, body: Body) => Promise<Body>
    }
    transaction: Record<'status' | 'statusb2b' | 'cancel' | 'expire' | 'approve' | 'deny' | 'refund' | 'refundDirect', Call> & { notification: (notification: Body | string) => Promise<Body> }
    capture: (parameter: Body) => Promise<Body>
  }
  type MidtransError = Error & { httpStatusCode: number | string; ApiResponse: Body }

  const midtrans: {
    CoreApi: new (options: { isProduction: boolean; serverKey: string; clientKey: string }) => CoreApi
    MidtransError: new () => MidtransError
  }
  export default midtrans
}
