import 'server-only'
import { writeCsv } from '@/lib/table-file/write-csv'
import { TEMPLATE_COLUMNS } from './columns'

type Example = Record<(typeof TEMPLATE_COLUMNS)[number], string>

const NOTHING = Object.fromEntries(TEMPLATE_COLUMNS.map((column) => [column, ''])) as Example

/** For one customer, and for whoever comes first. Both make a link as they are. */
const EXAMPLES: Example[] = [
  { ...NOTHING, order_id: 'INV-0001', item_details_name: 'Kerudung voal motif', item_details_quantity: '2', item_details_price: '85000', gross_amount: '170000', first_name: 'Sari', last_name: 'Wulandari', phone: '0812-3456-7890', expiry: '3 days' },
  { ...NOTHING, item_details_name: 'Bros mutiara', item_details_quantity: '1', item_details_price: '25.000', usage_limit: '10' },
]

/** The template that a seller downloads, with two examples. */
export function templateFile(): AsyncGenerator<Buffer> {
  return writeCsv(TEMPLATE_COLUMNS, examples(), { timeZone: 'UTC' })
}

async function* examples(): AsyncGenerator<string[][]> {
  yield EXAMPLES.map((example) => TEMPLATE_COLUMNS.map((column) => example[column]))
}
