export { default as phone } from '@bordet/text/phone/en'
export { default as refusals } from '@bordet/text/refusals/en'
