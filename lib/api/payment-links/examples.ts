/** Documented requests. The first is Midtrans' own sample, word for word. */
export const createExamples = {
  "Midtrans' sample": {
    transaction_details: { order_id: 'midtrans-order-id-123', gross_amount: 190_000, payment_link_id: 'for-payment-123' },
    credit_card: { secure: true },
    usage_limit: 1,
    expiry: { start_time: '2022-04-01 18:00 +0700', duration: 20, unit: 'days' },
    enabled_payments: ['credit_card', 'bca_va', 'indomaret'],
    item_details: [{ id: 'pil-001', name: 'Pillow', price: 95_000, quantity: 2, brand: 'Midtrans', category: 'Furniture', merchant_name: 'PT. Midtrans' }],
    customer_details: {
      first_name: 'John', last_name: 'Doe', email: 'john.doe@midtrans.com', phone: '+62181000000000',
      notes: 'Thank you for your purchase. Please follow the instructions to pay.',
    },
  },
  'Only an amount': { transaction_details: { order_id: 'order-1001', gross_amount: 10_000 } },
  'The customer decides how much': {
    transaction_details: { order_id: 'donation-2026' },
    payment_link_type: 'DYNAMIC_AMOUNT',
    dynamic_amount: { min_amount: 10_000, max_amount: 5_000_000, preset_amount: 50_000 },
    title: 'For the library',
    usage_limit: 1_000_000,
  },
} as const satisfies Record<string, unknown>

export const updateExamples = {
  'Pause it': { status: 'paused' },
  'Another price': { item_details: [{ name: 'Pillow', price: 90_000, quantity: 2 }], gross_amount: 180_000 },
  'Ten more customers, for another week': { usage_limit: 11, expiry: { duration: 7, unit: 'days' } },
} as const satisfies Record<string, unknown>
