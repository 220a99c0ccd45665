/** Own templates: their file, and what is wrong in one. */
export { readTemplate, readTemplateText, type FileFault, type ReadTemplate } from './readTemplateFile.ts'
export {
  sessionToTemplateFile,
  templateFileMaxBytes,
  templateFileSchema,
  toTemplateFile,
  type OwnTemplate,
  type TemplateFile,
} from './templateFile.ts'
