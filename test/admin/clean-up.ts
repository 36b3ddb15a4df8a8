import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { keepSession } from '../../admin/api/session-state.ts';

// After every test of components: nothing on the page, nothing in a global's place, and nobody signed in.
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  keepSession(null);
});
