'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { markNewsSeenAction } from '@/lib/news/actions'
import { lastWritten, newsQuery } from './news-queries'

/** The bell's lines, and looking at them. */
export function useNews() {
  const queryClient = useQueryClient()
  const query = useQuery(newsQuery)
  const lines = query.data?.lines ?? []
  const unread = lines.filter(({ isNew }) => isNew).length
  const { mutate } = useMutation({
    mutationFn: (id: number) => unwrap(markNewsSeenAction({ id: String(id) })),
    // An answer that is on its way would bring the number back.
    onMutate: () => queryClient.cancelQueries({ queryKey: newsQuery.queryKey }),
  })
  return {
    lines,
    unread,
    isLoading: query.isPending,
    failed: query.isError && query.data === undefined,
    retry: () => void query.refetch(),
    /** Tells the server; the lines stay marked as new until {@link settle}, so that they can be found. */
    look: () => {
      if (unread > 0) mutate(lastWritten(lines))
    },
    settle: () => {
      queryClient.setQueryData(newsQuery.queryKey, (feed) => feed && { lines: feed.lines.map((line) => ({ ...line, isNew: false })) })
    },
  }
}
