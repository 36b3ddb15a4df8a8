// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchForChinese } from '../../../admin/i18n/watch-for-chinese.ts';

afterEach(() => document.body.replaceChildren());

describe('the Chinese font', () => {
  it('is fetched once something Chinese is shown, once', async () => {
    const load = vi.fn(async () => undefined);
    const end = watchForChinese(document.body, load);
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Language: English, “…”, 9.99 EUR →';
    document.body.append(paragraph);
    await Promise.resolve();
    expect(load).not.toHaveBeenCalled();
    paragraph.firstChild?.replaceWith('中文');
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    document.body.append('还有');
    await Promise.resolve();
    expect(load).toHaveBeenCalledTimes(1);
    end();
  });

  it('is fetched for a text that turns Chinese in its place, and leaves the page alone where it cannot be', async () => {
    const text = document.createTextNode('Waiting');
    document.body.append(text);
    const load = vi.fn(() => Promise.reject(new Error('offline')));
    const end = watchForChinese(document.body, load);
    text.data = '待审批';
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    end();
  });
});
