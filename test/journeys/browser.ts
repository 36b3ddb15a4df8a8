/** Cookies as a browser keeps them: by host, whatever the port. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** Sends a request with the cookies of its origin, follows nothing, and keeps the cookies of the answer. */
  async send(address: string | URL, options: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const jar = this.#jars.get(url.hostname) ?? new Map<string, string>();
    this.#jars.set(url.hostname, jar);
    const headers = new Headers(options.headers);
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...options, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /max-age=0/i.test(cookie) || /expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** Follows redirections from an address until one is left that `stop` names; answers where that was. */
  async follow(address: string, stop: (url: URL) => boolean): Promise<URL> {
    let url = new URL(address);
    for (let hops = 0; hops < 12; hops += 1) {
      const answer = await this.send(url);
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${url.href} answered ${answer.status}: ${await answer.text()}`);
      url = new URL(location, url);
      if (stop(url)) return url;
    }
    throw new Error('there was no end of redirections');
  }

  /** Whether a cookie of this name is kept for an address. */
  has(address: string, name: string): boolean {
    return this.#jars.get(new URL(address).hostname)?.has(name) ?? false;
  }
}
