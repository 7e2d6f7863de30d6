package ai.chronom.m365.license;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A product's name as Microsoft's table has it. */
@Entity
@Table(name = "product_name")
public class NamedProduct {
  @Id
  @Column(name = "sku_id")
  private String skuId;

  @Column(name = "part_number")
  private String partNumber;

  @Column(name = "name")
  private String name;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected NamedProduct() {}

  NamedProduct(SkuId skuId, ProductNames.Product product) {
    this.skuId = skuId.toString();
    this.partNumber = product.partNumber();
    this.name = product.name();
  }

  SkuId id() {
    return SkuId.of(skuId);
  }

  ProductNames.Product product() {
    return new ProductNames.Product(partNumber, name);
  }
}
