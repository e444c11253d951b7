import { expect, test } from 'vitest';
import { checkProjections } from '../../src/projections/check-projections.ts';
import { site } from '../consent/declarations.ts';

test('J6 an unknown projection is a warning with its path', () => {
  const signals = { ...site.signals, projections: ['google-consent-mode-v2', 'tcf'] };
  expect(checkProjections({ ...site, signals })).toEqual([
    {
      code: 'SIGNAL_PROJECTION_UNKNOWN',
      path: 'signals.projections[1]',
      message: 'There is no projection "tcf"; no signal is set',
      hint: 'Projections: google-consent-mode-v2',
      severity: 'warning',
    },
  ]);
  expect(checkProjections(site)).toEqual([]);
});
