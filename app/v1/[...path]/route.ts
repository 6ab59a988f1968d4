import { unknownAddress } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

const handler = unknownAddress('link')
export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT }
