locals {
  # Of zone us-central1-a the region is us-central1.
  region = regex("^[a-z]+(?:-[a-z]+)+[0-9]+", var.location)

  # An existing cluster has its network.
  makes_network = var.network.existing == null && var.cluster.existing == null
  makes_nat     = local.makes_network && var.network.nat
}

# The network, which holds nothing but the platform.
resource "google_compute_network" "platform" {
  count = local.makes_network ? 1 : 0

  project                 = var.project
  name                    = var.name
  auto_create_subnetworks = false
  routing_mode            = "REGIONAL"

  depends_on = [google_project_service.feature]
}

# The address ranges of nodes, pods and Services.
resource "google_compute_subnetwork" "nodes" {
  count = local.makes_network ? 1 : 0

  project                  = var.project
  name                     = "${var.name}-nodes"
  region                   = local.region
  network                  = google_compute_network.platform[0].id
  ip_cidr_range            = var.network.nodes
  private_ip_google_access = true

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = var.network.pods
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = var.network.services
  }
}

# The router that carries the NAT.
resource "google_compute_router" "platform" {
  count = local.makes_nat ? 1 : 0

  project = var.project
  name    = var.name
  region  = local.region
  network = google_compute_network.platform[0].id
}

# The way out of the nodes, which have no public addresses. Images and packages come through here.
resource "google_compute_router_nat" "platform" {
  count = local.makes_nat ? 1 : 0

  project                            = var.project
  name                               = var.name
  region                             = local.region
  router                             = google_compute_router.platform[0].name
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"

  # One pip or conda download opens more connections than the 64 ports that a node gets otherwise.
  enable_dynamic_port_allocation      = true
  enable_endpoint_independent_mapping = false
}
