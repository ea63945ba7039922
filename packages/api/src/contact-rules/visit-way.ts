/** How a household was met: at home 上门, by telephone 电话, or by appointment elsewhere 预约. */
export const visitWays = ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'] as const;
export type VisitWay = (typeof visitWays)[number];
