package ai.chronom.m365.license;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;

/** A stated price as it is kept. */
@Entity
@Table(name = "price")
public class Price {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price")
  @SequenceGenerator(name = "price", sequenceName = "price_seq", allocationSize = 50)
  @Column(name = "id")
  private long id;

  @Column(name = "sku_id")
  private String skuId;

  @Enumerated(EnumType.STRING)
  @Column(name = "origin")
  private PriceOrigin origin;

  @Enumerated(EnumType.STRING)
  @Column(name = "segment")
  private Segment segment;

  @Column(name = "amount")
  private BigDecimal amount;

  @Column(name = "currency")
  private String currency;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "source")
  private String source;

  @Column(name = "stated_by")
  private String statedBy;

  @Column(name = "stated_at")
  private OffsetDateTime statedAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Price() {}

  Price(StatedPrice stated) {
    this.skuId = stated.skuId().toString();
    this.origin = stated.origin();
    this.segment = stated.segment();
    this.validFrom = stated.validFrom();
    this.amount = stated.amount().amount();
    this.currency = stated.amount().currency().getCurrencyCode();
    this.source = stated.source();
    this.statedBy = stated.statedBy();
    this.statedAt = stated.statedAt().atOffset(ZoneOffset.UTC);
  }

  StatedPrice stated() {
    return new StatedPrice(
        SkuId.of(skuId),
        new Money(amount, Currency.getInstance(currency)),
        validFrom,
        origin,
        source,
        statedBy,
        statedAt.toInstant(),
        segment);
  }
}
