-- New values of an enum may only be used once they are committed, so they come in a migration of their own.
ALTER TYPE "order_status" ADD VALUE 'authorized';
ALTER TYPE "order_status" ADD VALUE 'paid_late';
ALTER TYPE "order_status" ADD VALUE 'partially_refunded';
ALTER TYPE "order_status" ADD VALUE 'refunded';
