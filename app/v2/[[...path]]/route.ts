import { notServed } from '@/lib/api/unserved'

/** What is not there is told in JSON too: a program asked. */
export const { GET, POST, PUT, PATCH, DELETE } = notServed('transaction')
