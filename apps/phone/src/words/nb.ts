export { default as phone } from '@bordet/text/phone/nb'
export { default as refusals } from '@bordet/text/refusals/nb'
