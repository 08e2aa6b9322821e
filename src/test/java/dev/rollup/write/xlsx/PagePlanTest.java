package dev.rollup.write.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagePlanTest {

  @Test
  void what_fits_is_one_page() {
    assertThat(PagePlan.of(40, 4, List.of(2, 3), 10, 400)).isEqualTo(new PagePlan(90, List.of()));
  }

  @Test
  void pages_end_between_parts() {
    PagePlan plan = PagePlan.of(48, 4, List.of(5, 3, 12, 3, 6, 4, 2), 10, 700);
    assertThat(plan.breaks()).containsExactly(11, 23, 32);
  }

  @Test
  void a_part_wider_than_a_page_is_cut() {
    PagePlan plan = PagePlan.of(40, 4, List.of(50), 10, 2000);
    assertThat(plan.scale()).isEqualTo(85);
    assertThat(plan.breaks()).hasSize(4);
    assertThat(plan.breaks().get(0)).isEqualTo(13);
  }

  @Test
  void a_long_table_stays_readable() {
    assertThat(PagePlan.of(40, 4, List.of(2), 10, 100_000).scale()).isEqualTo(85);
  }
}
