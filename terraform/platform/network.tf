resource "google_compute_network" "platform" {
  project                 = var.config.project
  name                    = var.config.name
  auto_create_subnetworks = false
  routing_mode            = "REGIONAL"

  depends_on = [google_project_service.feature]
}

resource "google_compute_subnetwork" "nodes" {
  project                  = var.config.project
  name                     = "${var.config.name}-nodes"
  region                   = var.config.region
  network                  = google_compute_network.platform.id
  ip_cidr_range            = var.config.network.nodes
  private_ip_google_access = true

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = var.config.network.pods
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = var.config.network.services
  }
}

resource "google_compute_router" "platform" {
  project = var.config.project
  name    = var.config.name
  region  = var.config.region
  network = google_compute_network.platform.id
}

# Nodes have no public addresses; images and packages come through here.
resource "google_compute_router_nat" "platform" {
  project                            = var.config.project
  name                               = var.config.name
  region                             = var.config.region
  router                             = google_compute_router.platform.name
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"

  # One pip or conda download opens more connections than the 64 ports that a node gets otherwise.
  enable_dynamic_port_allocation      = true
  enable_endpoint_independent_mapping = false
}
