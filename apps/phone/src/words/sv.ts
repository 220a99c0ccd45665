export { default as phone } from '@bordet/text/phone/sv'
export { default as refusals } from '@bordet/text/refusals/sv'
