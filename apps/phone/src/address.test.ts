import { describe, expect, it } from 'vitest'
import { readAddress, seatAddress } from './address.ts'

const read = (address: string) => readAddress(new URL(address, 'http://bord.example'))

describe('the page’s address', () => {
  it('is the open door without a code', () => {
    expect(read('/')).toEqual({ at: 'door', code: null, table: null })
  })

  it.each(['/j/482913', '/j/482913/'])('reads the code in %s', (address) => {
    expect(read(address)).toEqual({ at: 'door', code: '482913', table: null })
  })

  it('reads the table of a table’s own QR code, when it can be one', () => {
    expect(read('/j/482913?table=4')).toEqual({ at: 'door', code: '482913', table: 4 })
    expect(read('/j/482913?table=900')).toEqual({ at: 'door', code: '482913', table: null })
  })

  it('comes back to a seat from the address it wrote', () => {
    const who = { workshopId: 'a1B2-c_3', key: 'k3y-_' }
    expect(read(seatAddress(who))).toEqual({ at: 'seat', who })
  })

  it('shows the door when the key was lost on the way', () => {
    expect(read('/p/a1B2')).toEqual({ at: 'door', code: null, table: null })
  })
})
