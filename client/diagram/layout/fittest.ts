/** Other columns than before have to be so much better. */
const WORTH_MOVING = 0.25;

/**
 * The plan that fits best. With the columns of the picture before, theirs unless another fits much better: a different
 * number of them moves everything.
 */
export function fittest<Plan extends { readonly columns: number }>(
  plans: readonly Plan[],
  misfit: (plan: Plan) => number,
  columns: number | undefined,
): Plan {
  const best = plans.reduce((chosen, other) => (misfit(other) < misfit(chosen) ? other : chosen));
  const same = plans.find((plan) => plan.columns === columns);
  return same && misfit(same) < misfit(best) + WORTH_MOVING ? same : best;
}
