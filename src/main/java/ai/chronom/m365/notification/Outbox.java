package ai.chronom.m365.notification;

import ai.chronom.m365.job.Node;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.PublicAddress;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.verification.TenantChange;
import ai.chronom.m365.verification.Timeline;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent and what was sent (ADR 065). Written in the transaction of the change; each
 * delivery is taken by one node at a time, for a lease.
 */
@Stateless
public class Outbox {
  private static final Duration RETENTION = Duration.ofDays(90);

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Tenants tenants;
  @Inject Timeline timeline;
  @Inject PublicAddress address;
  @Inject Node node;
  @Inject Clock clock;

  /** In the caller's transaction. */
  public void add(
      TenantId tenantId, List<TenantChange> changes, Map<Channel, String> targets, Instant due) {
    String name = tenants.find(tenantId).map(Tenant::name).orElse("");
    boolean urgent = changes.stream().anyMatch(change -> change.kind().isUrgent());
    Notification notification =
        new Notification(
            tenantId,
            Notice.subject(name, changes, false),
            urgent,
            changes.stream().map(TenantChange::id).toList(),
            clock.instant());
    persist(notification);
    targets.forEach(
        (channel, target) -> entities.persist(new Delivery(notification, channel, target, due)));
    entities.flush();
    forgetOld();
  }

  /** Before its deliveries, which know it by its id only. */
  private void persist(Notification notification) {
    entities.persist(notification);
    entities.flush();
  }

  /** A test by one channel, already in our hands. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Parcel addTest(Channel channel, String target) {
    Notification notification =
        new Notification(
            null, Notice.subject("", List.of(), true), false, List.of(), clock.instant());
    persist(notification);
    Delivery delivery = new Delivery(notification, channel, target, clock.instant());
    entities.persist(delivery);
    entities.flush();
    return own(delivery.id()).parcel(notification);
  }

  /** The longest due one that is free, now ours for a lease; empty when there is none. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Parcel> claim() {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from notification_delivery where state = 'WAITING'"
                    + " and due_at <= ?1 and (owner is null or lease_until < current_timestamp)"
                    + " order by due_at limit 1 for update skip locked")
            .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
            .getResultList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Delivery delivery = own(String.valueOf(ids.get(0)));
    return Optional.of(delivery.parcel(of(delivery)));
  }

  /** For longer than one try may take, by the database's clock (ADR 002). */
  private Delivery own(String id) {
    entities
        .createNativeQuery(
            "update notification_delivery set owner = ?1, fence = fence + 1,"
                + " lease_until = current_timestamp + interval '5' minute where id = ?2")
        .setParameter(1, node.name())
        .setParameter(2, id)
        .executeUpdate();
    Delivery delivery = entities.find(Delivery.class, id);
    entities.refresh(delivery);
    return delivery;
  }

  /** What it says; empty when its tenant is gone. */
  public Optional<Notice> open(Parcel parcel) {
    return Optional.ofNullable(entities.find(Delivery.class, parcel.deliveryId()))
        .map(delivery -> notice(parcel, of(delivery)));
  }

  private Notice notice(Parcel parcel, Notification notification) {
    @Nullable TenantId tenantId = notification.tenantId().orElse(null);
    String name = notification.tenantId().flatMap(tenants::find).map(Tenant::name).orElse("");
    String path = tenantId == null ? "/settings/notifications" : "/tenants/" + tenantId;
    return new Notice(
        parcel.deliveryId(),
        tenantId,
        name,
        notification.createdAt(),
        notification.isUrgent(),
        timeline.find(notification.changeIds()),
        address.link(path).orElse(null));
  }

  /** Writes down how the try ended, unless another node took it over meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void sent(Parcel parcel) {
    owned(parcel).ifPresent(delivery -> delivery.sent(clock.instant()));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void postponed(Parcel parcel, String reason, Instant due) {
    owned(parcel).ifPresent(delivery -> delivery.postponed(reason, due));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(Parcel parcel, String reason) {
    owned(parcel).ifPresent(delivery -> delivery.failed(reason, clock.instant()));
  }

  private Optional<Delivery> owned(Parcel parcel) {
    return Optional.ofNullable(
            entities.find(Delivery.class, parcel.deliveryId(), LockModeType.PESSIMISTIC_WRITE))
        .filter(delivery -> delivery.isOwned(parcel, node.name()));
  }

  /** A failed one once more. Throws a {@link Problem} when it is unknown or did not fail. */
  public void again(String deliveryId) {
    Delivery delivery =
        Optional.ofNullable(
                entities.find(Delivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> Problem.notFound("The notification"));
    if (delivery.state() != DeliveryState.FAILED) {
      throw new Problem(
          ProblemKind.CHANGED_MEANWHILE, "This notification did not fail: there is nothing to do.");
    }
    delivery.again(clock.instant());
  }

  /** Of the tenants within reach, the latest first. */
  public Listing<DeliveryView> log(Reach reach, PageRequest page) {
    String of = " from Delivery d, Notification n where d.notificationId = n.id";
    if (!reach.all()) {
      of += " and n.tenantId in :tenants";
    }
    List<DeliveryView> items =
        within(
                reach,
                entities.createQuery(
                    "select d, n" + of + " order by n.createdAt desc, n.id, d.channel",
                    Object[].class))
            .setFirstResult(page.offset())
            .setMaxResults(page.size())
            .getResultStream()
            .map(row -> ((Delivery) row[0]).view((Notification) row[1]))
            .toList();
    long total =
        within(reach, entities.createQuery("select count(d)" + of, Long.class)).getSingleResult();
    return new Listing<>(items, total, page);
  }

  private static <T> TypedQuery<T> within(Reach reach, TypedQuery<T> query) {
    if (!reach.all()) {
      // The nil id is nobody's: a list of none would be no SQL.
      query.setParameter(
          "tenants",
          Stream.concat(
                  Stream.of(new UUID(0, 0).toString()),
                  reach.tenants().stream().map(TenantId::toString))
              .toList());
    }
    return query;
  }

  private void forgetOld() {
    entities
        .createNativeQuery("delete from notification where created_at < ?1")
        .setParameter(1, clock.instant().minus(RETENTION).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private Notification of(Delivery delivery) {
    return entities.find(Notification.class, delivery.notificationId());
  }
}
