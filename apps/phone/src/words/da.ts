export { default as phone } from '@bordet/text/phone/da'
export { default as refusals } from '@bordet/text/refusals/da'
