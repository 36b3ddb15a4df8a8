import { AppError } from '../../contract/error-registry.ts';

/** Media type of a body in lower case, without parameters; empty where none is given. Throws where its charset is not UTF-8. */
export function mediaTypeOf(contentType: string | undefined): string {
  const [type = '', ...parameters] = (contentType ?? '').split(';');
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=');
    if (name.trim().toLowerCase() === 'charset' && !/^"?utf-?8"?$/i.test(value.trim())) {
      throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as UTF-8.');
    }
  }
  return type.trim().toLowerCase();
}
