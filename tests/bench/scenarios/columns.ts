/** Columns that several scenarios share. */
import type { Column } from '../report/table.ts'

/** How quiet the machine was: the driver's own share, and what programs that have nothing to do with it took. */
export const machineColumns: readonly Column[] = [
  { figure: 'driverCores', title: 'driver, cores' },
  { figure: 'othersCores', title: 'others, cores' },
]

export const deliveryColumns: readonly Column[] = [
  { figure: 'microsPerDelivery', title: 'µs CPU per delivery' },
  { figure: 'p50Ms', title: 'p50 ms' },
  { figure: 'p99Ms', title: 'p99 ms' },
  { figure: 'deliveredShare', title: 'delivered' },
  { figure: 'cores', title: 'server, cores' },
  { figure: 'peakRssMib', title: 'peak MiB' },
  ...machineColumns,
]
