/**
 * Finds the money that a company wastes on Microsoft 365 licenses, reading only.
 *
 * <p>The story, room by room: a {@linkplain ai.chronom.m365.tenant tenant} is {@linkplain
 * ai.chronom.m365.onboarding onboarded}; its secret {@linkplain ai.chronom.m365.verification
 * proves} itself with {@linkplain ai.chronom.m365.graph Entra} and only then goes into the
 * {@linkplain ai.chronom.m365.vault vault}; its {@linkplain ai.chronom.m365.permission permissions}
 * are verified again and again; a {@linkplain ai.chronom.m365.scan scan} takes a snapshot of its
 * {@linkplain ai.chronom.m365.license licenses}; rules turn it into {@linkplain
 * ai.chronom.m365.findings findings}; a {@linkplain ai.chronom.m365.report report} says what they
 * are worth; the {@linkplain ai.chronom.m365.overview overview} shows it all. {@linkplain
 * ai.chronom.m365.job Jobs} say which node works on what, the {@linkplain ai.chronom.m365.audit
 * audit} who did what, {@linkplain ai.chronom.m365.problem problems} what a user can put right, and
 * the {@linkplain ai.chronom.m365.platform platform} carries it and lets people in, whom an
 * {@linkplain ai.chronom.m365.identity identity} provider may vouch for.
 */
@NullMarked
package ai.chronom.m365;

import org.jspecify.annotations.NullMarked;
