interface NamedText {
  readonly name: string;
  readonly webkitRelativePath?: string;
  text(): Promise<string>;
}

const FOLDERS: Readonly<Record<string, string>> = { 'en.json': 'messages/en.json', 'zh.json': 'messages/zh.json' };

/** Where a file stands in a policy's folder: by its path below the chosen folder, else by what its name says. */
function placeFile({ name, webkitRelativePath = '' }: NamedText): string {
  if (webkitRelativePath !== '') return webkitRelativePath.split('/').slice(1).join('/');
  return name.endsWith('.case.json') ? `cases/${name}` : (FOLDERS[name] ?? name);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Path to text of what was chosen: the one file of an export, or several of a folder. Null where neither can be made of it. */
export async function readPolicyFiles(files: readonly NamedText[]): Promise<Readonly<Record<string, string>> | null> {
  const [first] = files;
  if (first === undefined) return null;
  const texts = await Promise.all(files.map(async (file) => [placeFile(file), await file.text()] as const));
  if (files.length > 1) return Object.fromEntries(texts);
  const exported = parse(texts[0]?.[1] ?? '');
  const inner = typeof exported === 'object' && exported !== null && 'files' in exported ? exported.files : null;
  return isTexts(inner) ? inner : null;
}
