import { attempt, pick, type Write } from './made.fixture.ts';

const ofApplication = 'reliefApplication { id }';

/** Random writes about relief: the administrator applies and pays, a second one endorses, a third one approves. */
export const reliefWrites: Record<string, Write> = {
  applyForRelief: (made, { a, b, middle }) => {
    const input = { household: pick(made.households, a), item: pick(made.items, b), reason: '困难', amount: '30' };
    return attempt(made, 'applyForRelief', { ...input, on: middle }, ofApplication, made.relief);
  },
  endorseRelief: (made, { a, day }) => {
    const input = { reliefApplication: pick(made.relief, a), on: day };
    return attempt(made, 'endorseRelief', input, ofApplication, made.endorsed, made.endorser);
  },
  approveRelief: (made, { a, b, c, day }) => {
    const grants = [{ fund: pick(made.funds, b), amount: String(1 + (c % 60)) }];
    const input = { reliefApplication: pick(made.endorsed, a), grants, on: day };
    return attempt(made, 'approveRelief', input, ofApplication, made.granted, made.approver);
  },
  approveReliefTogether: (made, { a, b, day }) => {
    const reliefApplications = [pick(made.endorsed, a)];
    const input = { reliefApplications, fund: pick(made.funds, b), total: '30', on: day };
    return attempt(made, 'approveReliefTogether', input, 'reliefApplications { id }', made.granted, made.approver);
  },
  payRelief: (made, { a }) => {
    const input = { reliefApplication: pick(made.granted, a), way: 'CASH' };
    return attempt(made, 'payRelief', input, ofApplication);
  },
  cancelRelief: (made, { a }) => {
    const input = { reliefApplication: pick(made.granted, a), reason: '误' };
    return attempt(made, 'cancelRelief', input, ofApplication);
  },
  withdrawRelief: (made, { a }) => {
    const input = { reliefApplication: pick(made.relief, a), reason: '误' };
    return attempt(made, 'withdrawRelief', input, ofApplication);
  },
};
