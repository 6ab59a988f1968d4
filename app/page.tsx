import { redirect } from 'next/navigation'
import { requireSeller } from '@/lib/auth/seller'

export default async function Home() {
  await requireSeller()
  redirect('/home')
}
