/** How the product looks, without any framework: icons and the table mark. Colours and parts are in the two stylesheets. */
export { icons, isIconName, type IconName } from './icons.ts'
export { clockSeats, tableSeats, type Seat } from './tableMark.ts'
