package ai.chronom.m365.notification;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A message without news, by one channel, to see whether it arrives. */
@ApplicationScoped
public class ChannelTrial {
  @Inject Channels channels;
  @Inject Dispatch dispatch;
  @Inject AuditTrail audit;

  /**
   * Takes up to a minute. Throws a {@link Problem} that says why it did not arrive, or that there
   * is no such channel.
   */
  public void send(@Nullable String word, Actor actor) {
    Channel channel = Channel.find(word).orElseThrow(() -> Problem.notFound("The channel"));
    String target =
        channels
            .target(channel)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.NOT_READY,
                        "This channel is not configured; see chronom.notifications."
                            + (channel == Channel.MAIL ? "mail-to." : "webhook-url.")));
    Attempt attempt = dispatch.test(channel, target);
    boolean accepted = attempt instanceof Attempt.Accepted;
    audit.recordNow(
        actor,
        AuditAction.NOTIFICATION_TESTED,
        null,
        accepted ? Outcome.SUCCEEDED : Outcome.FAILED,
        "channel=" + channel.word());
    if (attempt instanceof Attempt.Rejected rejected) {
      throw new Problem(ProblemKind.NOTIFICATION_FAILED, rejected.reason());
    }
  }
}
