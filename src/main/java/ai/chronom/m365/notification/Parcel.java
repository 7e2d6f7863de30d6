package ai.chronom.m365.notification;

import java.time.Instant;

/**
 * A delivery that this node may send now.
 *
 * @param fence proves that nobody took it over meanwhile
 * @param attempts made before this one
 */
public record Parcel(
    String deliveryId,
    long fence,
    Channel channel,
    int attempts,
    Instant giveUpAt,
    boolean urgent) {}
