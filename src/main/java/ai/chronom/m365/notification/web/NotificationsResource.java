package ai.chronom.m365.notification.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.notification.Channel;
import ai.chronom.m365.notification.ChannelTrial;
import ai.chronom.m365.notification.DeliveryState;
import ai.chronom.m365.notification.DeliveryView;
import ai.chronom.m365.notification.Notifications;
import ai.chronom.m365.notification.QuietHours;
import ai.chronom.m365.notification.Rule;
import ai.chronom.m365.notification.RuleForm;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.web.Sight;
import ai.chronom.m365.verification.ChangeKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifications: the log of what was sent, the rule, a test by each channel. */
@Path("notifications")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotificationsResource {
  @Inject Notifications notifications;
  @Inject ChannelTrial channelTest;
  @Inject SecurityContext security;
  @Inject Sight sight;

  /** The latest first. */
  @GET
  public Listing<Line> log(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    PageRequest paging = PageRequest.of(page, size);
    Listing<DeliveryView> log = notifications.log(sight.reach(), paging);
    return new Listing<>(log.items().stream().map(Line::of).toList(), log.total(), paging);
  }

  @GET
  @Path("rule")
  public RuleAnswer rule() {
    return RuleAnswer.of(notifications.rule());
  }

  @PUT
  @Path("rule")
  @RolesAllowed(Role.ADMIN)
  public RuleAnswer change(RuleRequest request) {
    return RuleAnswer.of(notifications.change(request.form(), actor()));
  }

  /** Waits for the answer of the other side. */
  @POST
  @Path("test/{channel}")
  @RolesAllowed(Role.ADMIN)
  public TestAnswer test(@PathParam("channel") String channel) {
    channelTest.send(channel, actor());
    return new TestAnswer(channel, DeliveryState.SENT);
  }

  @POST
  @Path("{id}/retry")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public Response again(@PathParam("id") String id) {
    notifications.again(id, actor());
    return Response.accepted().build();
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /** One delivery; members that have no value yet are left out. */
  public record Line(
      String id,
      String notificationId,
      @Nullable TenantId tenantId,
      Instant createdAt,
      String subject,
      Channel channel,
      String target,
      DeliveryState state,
      int attempts,
      String reason,
      @Nullable Instant dueAt,
      @Nullable Instant endedAt) {
    static Line of(DeliveryView view) {
      return new Line(
          view.id(),
          view.notificationId(),
          view.tenantId(),
          view.createdAt(),
          view.subject(),
          view.channel(),
          view.target(),
          view.state(),
          view.attempts(),
          view.reason(),
          view.dueAt(),
          view.endedAt());
    }
  }

  /** The rule; times are left out when there are no quiet hours. */
  public record RuleAnswer(
      @Nullable String quietFrom,
      @Nullable String quietTo,
      @Nullable String quietZone,
      boolean urgentPasses,
      List<String> muted) {
    static RuleAnswer of(Rule rule) {
      QuietHours quiet = rule.quiet();
      return new RuleAnswer(
          quiet == null ? null : quiet.from().toString(),
          quiet == null ? null : quiet.to().toString(),
          quiet == null ? null : quiet.zone().getId(),
          rule.urgentPasses(),
          rule.muted().stream().map(ChangeKind::word).sorted().toList());
    }
  }

  /** As {@link RuleAnswer}; what is left out is off. */
  public record RuleRequest(
      @Nullable String quietFrom,
      @Nullable String quietTo,
      @Nullable String quietZone,
      @Nullable Boolean urgentPasses,
      @Nullable List<String> muted) {
    RuleForm form() {
      return new RuleForm(
          quietFrom,
          quietTo,
          quietZone,
          Boolean.TRUE.equals(urgentPasses),
          muted == null ? List.of() : muted);
    }
  }

  /** How a test ended; one that fails is answered with a problem. */
  public record TestAnswer(String channel, DeliveryState state) {}
}
