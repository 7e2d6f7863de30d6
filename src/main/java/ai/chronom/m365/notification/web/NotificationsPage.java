package ai.chronom.m365.notification.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.notification.Channel;
import ai.chronom.m365.notification.ChannelTrial;
import ai.chronom.m365.notification.Channels;
import ai.chronom.m365.notification.DeliveryView;
import ai.chronom.m365.notification.Notifications;
import ai.chronom.m365.notification.QuietHours;
import ai.chronom.m365.notification.Rule;
import ai.chronom.m365.notification.RuleForm;
import ai.chronom.m365.problem.web.Rows;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.PublicAddress;
import ai.chronom.m365.tenant.web.Sight;
import ai.chronom.m365.verification.ChangeKind;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told, what was sent, and the rule of it. */
@Named
@RequestScoped
public class NotificationsPage {
  private static final String ADDRESS = "/settings/notifications";

  @Inject Notifications notifications;
  @Inject ChannelTrial channelTest;
  @Inject Channels channels;
  @Inject PublicAddress address;
  @Inject Caller caller;
  @Inject Sight sight;

  private final Rows<DeliveryView> log =
      new Rows<>((page, order) -> notifications.log(sight.reach(), page));
  private @Nullable String quietFrom;
  private @Nullable String quietTo;
  private @Nullable String quietZone;
  private boolean urgentPasses;
  private List<String> told = List.of();

  @PostConstruct
  void read() {
    Rule rule = notifications.rule();
    QuietHours quiet = rule.quiet();
    quietFrom = quiet == null ? null : quiet.from().toString();
    quietTo = quiet == null ? null : quiet.to().toString();
    quietZone = quiet == null ? "UTC" : quiet.zone().getId();
    urgentPasses = rule.urgentPasses();
    told =
        Arrays.stream(ChangeKind.values())
            .filter(kind -> !rule.muted().contains(kind))
            .map(ChangeKind::word)
            .toList();
  }

  public void save() {
    caller.requireAdmin();
    List<String> muted =
        Arrays.stream(ChangeKind.values())
            .map(ChangeKind::word)
            .filter(word -> !told.contains(word))
            .toList();
    notifications.change(
        new RuleForm(quietFrom, quietTo, quietZone, urgentPasses, muted), caller.actor());
    Told.on(ADDRESS, Texts.of("notification_rule.message.saved"));
  }

  public void test(String channel) {
    caller.requireAdmin();
    channelTest.send(channel, caller.actor());
    Told.on(ADDRESS, Texts.of("notification_channels.message.tested." + channel));
  }

  public void again(DeliveryView delivery) {
    caller.requireOperatorOfAll();
    notifications.again(delivery.id(), caller.actor());
    Told.on(ADDRESS, Texts.of("notification_notifications.message.again"));
  }

  public Rows<DeliveryView> getLog() {
    return log;
  }

  public boolean isConfigured() {
    return channels.mail().isPresent() || channels.webhook().isPresent();
  }

  /** Who gets mail; empty when nobody does. */
  public String getMail() {
    return channels.target(Channel.MAIL).orElse("");
  }

  /** The host alone; empty when there is none. */
  public String getWebhook() {
    return channels
        .webhook()
        .map(
            hook ->
                Texts.of(
                    "notification_channels.label.webhook",
                    hook.url().getHost(),
                    Texts.of("webhook.format." + hook.format().word())))
        .orElse("");
  }

  public boolean isWithoutLinks() {
    return address.base().isEmpty();
  }

  public List<SelectItem> getKinds() {
    return Arrays.stream(ChangeKind.values())
        .map(kind -> new SelectItem(kind.word(), Texts.of("change.kind." + kind.word())))
        .toList();
  }

  public @Nullable String getQuietFrom() {
    return quietFrom;
  }

  public void setQuietFrom(@Nullable String quietFrom) {
    this.quietFrom = quietFrom;
  }

  public @Nullable String getQuietTo() {
    return quietTo;
  }

  public void setQuietTo(@Nullable String quietTo) {
    this.quietTo = quietTo;
  }

  public @Nullable String getQuietZone() {
    return quietZone;
  }

  public void setQuietZone(@Nullable String quietZone) {
    this.quietZone = quietZone;
  }

  public boolean isUrgentPasses() {
    return urgentPasses;
  }

  public void setUrgentPasses(boolean urgentPasses) {
    this.urgentPasses = urgentPasses;
  }

  public List<String> getTold() {
    return told;
  }

  public void setTold(List<String> told) {
    this.told = List.copyOf(told);
  }
}
